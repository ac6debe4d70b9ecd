-- Run once, after the tables are filled: what the SQL of the cases is written with.
CREATE UNIQUE INDEX members_id ON members (id);
CREATE UNIQUE INDEX projects_id ON projects (project_id);
CREATE UNIQUE INDEX countries_code ON countries (cordis_code);
CREATE UNIQUE INDEX fields_code ON fields (code);
CREATE UNIQUE INDEX objectives_project ON objectives (project_id);
CREATE INDEX participations_member ON participations (member_id);
CREATE INDEX participations_project ON participations (project_id);
CREATE INDEX members_country ON members (country);
CREATE INDEX project_fields_project ON project_fields (project_id);

-- Which member has a part in which project, each pair once.
CREATE TABLE member_projects AS SELECT DISTINCT member_id, project_id FROM participations;
CREATE INDEX member_projects_member ON member_projects (member_id, project_id);
CREATE INDEX member_projects_project ON member_projects (project_id, member_id);

-- The taxonomy closed: every concept with itself and everything narrower.
CREATE TABLE field_closure AS
  WITH RECURSIVE below (ancestor, code) AS (
    SELECT code, code FROM fields
    UNION
    SELECT below.ancestor, fields.code FROM below JOIN fields ON fields.parent_code = below.code)
  SELECT ancestor, code FROM below;
CREATE INDEX field_closure_ancestor ON field_closure (ancestor, code);
CREATE INDEX field_closure_code ON field_closure (code, ancestor);

-- The links of the derived relation `competences`, by kind, and the relation itself, each pair once.
CREATE TABLE competence_links AS
  SELECT DISTINCT p.member_id, f.field_code AS code, 'declared' AS kind
    FROM member_projects p JOIN project_fields f USING (project_id)
  UNION
  SELECT DISTINCT p.member_id, m.code, 'text' FROM member_projects p JOIN mentions m USING (project_id);
CREATE TABLE competences AS SELECT DISTINCT member_id, code FROM competence_links;
CREATE INDEX competences_member ON competences (member_id, code);
CREATE INDEX competences_code ON competences (code, member_id);

-- What text sorts by, where a case sorts by text: display names of countries, in search form.
CREATE TABLE country_keys AS
  SELECT cordis_code, lower(replace(replace(replace(replace(replace(en, 'ü', 'u'), 'é', 'e'), 'ô', 'o'), 'ç', 'c'), 'Å', 'A')) AS key
  FROM countries;
CREATE UNIQUE INDEX country_keys_code ON country_keys (cordis_code);
-- Members with their place in the file and the display name of their country.
CREATE VIEW shown AS
  SELECT members.rowid AS place, members.*, countries.en AS country_name, country_keys.key AS country_key,
    countries.network = 'true' AS in_region, countries.eu27
  FROM members LEFT JOIN countries ON countries.cordis_code = members.country
    LEFT JOIN country_keys ON country_keys.cordis_code = members.country;

-- Search form and words, for the texts that occur here: what SQLite has no function for.
CREATE TABLE text_forms AS
  WITH texts (text) AS (
    SELECT name FROM members UNION SELECT short_name FROM members UNION SELECT city FROM members
    UNION SELECT acronym FROM projects UNION SELECT title FROM projects UNION SELECT title FROM topics
    UNION SELECT title FROM fields UNION SELECT objective FROM objectives)
  SELECT text, lower(text) AS form FROM texts WHERE text IS NOT NULL;
UPDATE text_forms SET form =
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  form, '²', '2'), 'µ', 'm'), 'º', 'o'), 'À', 'a'), 'Á', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Æ', 'ae'), 'Ç', 'c'),
  'É', 'e'), 'Í', 'i'), 'Ñ', 'n'), 'Ó', 'o'), 'Ô', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ú', 'u'), 'Ü', 'u'), 'à', 'a'),
  'á', 'a');
UPDATE text_forms SET form =
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  form, 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'æ', 'ae'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'),
  'í', 'i'), 'ð', 'd'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'ö', 'o'), 'ø', 'o'), 'ú', 'u'), 'ü', 'u'),
  'ý', 'y');
UPDATE text_forms SET form =
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  form, 'ā', 'a'), 'Ą', 'a'), 'ą', 'a'), 'ć', 'c'), 'Č', 'c'), 'đ', 'd'), 'ė', 'e'), 'ě', 'e'), 'Ī', 'i'), 'ī', 'i'),
  'İ', 'i'), 'ı', 'i'), 'Ł', 'l'), 'ł', 'l'), 'ń', 'n'), 'ř', 'r'), 'Ś', 's'), 'Ş', 's'), 'ş', 's'), 'Š', 's');
UPDATE text_forms SET form =
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace( replace(replace(replace(replace(
  form, 'š', 's'), 'ţ', 't'), 'ů', 'u'), 'ű', 'u'), 'ų', 'u'), 'ź', 'z'), 'Ž', 'z'), 'ž', 'z'), 'ș', 's'), 'Δ', 'd'),
  'α', 'a'), 'β', 'b'), 'λ', 'l'), 'μ', 'm');
-- `words` is the search form with every sign a space, and a space at both ends: LIKE '% novi sad %' asks for words.
CREATE TABLE text_words AS SELECT text, ' ' || form || ' ' AS words FROM text_forms;
UPDATE text_words SET words =
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  words, '!', ' '), '"', ' '), '#', ' '), '$', ' '), '%', ' '), '&', ' '), char(39), ' '), '(', ' '), ')', ' '),
  '*', ' '), '+', ' '), ',', ' '), '-', ' '), '.', ' '), '/', ' '), ':', ' '), ';', ' '), '<', ' '), '=', ' '),
  '>', ' ');
UPDATE text_words SET words =
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace(
  words, '?', ' '), '@', ' '), '[', ' '), ']', ' '), '_', ' '), '`', ' '), '|', ' '), '~', ' '), char(173), ' '),
  '®', ' '), '°', ' '), '±', ' '), '´', ' '), '·', ' '), char(8203), ' '), '‐', ' '), '–', ' '), '—', ' '),
  '‘', ' '), '’', ' ');
UPDATE text_words SET words =
  replace(replace(replace(replace(replace( replace(replace(replace(replace(replace( replace(replace(
  words, '“', ' '), '”', ' '), '„', ' '), '•', ' '), '…', ' '), char(8239), ' '), '€', ' '), '⇾', ' '), '≈', ' '),
  '≥', ' '), '●', ' '), '✔', ' ');
UPDATE text_words SET words = replace(replace(replace(words, '    ', ' '), '  ', ' '), '  ', ' ');
CREATE UNIQUE INDEX text_forms_text ON text_forms (text);
CREATE UNIQUE INDEX text_words_text ON text_words (text);
