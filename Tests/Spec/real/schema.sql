-- One table for each resource of the built-in network, columns in the order of the file.
-- The runner puts every cell in as text, an empty one as NULL; the column types make numbers of numbers.
-- true and false stay the texts 'true' and 'false'. rowid is the row's place in the file: canonical order.
CREATE TABLE members (
  id TEXT, name TEXT, short_name TEXT, country TEXT, city TEXT, kind TEXT, in_network TEXT, network_role TEXT,
  sme TEXT, url TEXT, lat REAL, lon REAL, founded INTEGER, member_count INTEGER,
  stated_competences TEXT, stated_priorities TEXT);
CREATE TABLE claims (
  subject TEXT, member_id TEXT, property TEXT, value TEXT, several TEXT, as_of TEXT, source TEXT, note TEXT);
CREATE TABLE countries (
  cordis_code TEXT, iso2 TEXT, network TEXT, eu27 TEXT, en TEXT, ro TEXT, bg TEXT, el TEXT, sr TEXT, sr_latn TEXT,
  mk TEXT, sq TEXT, tr TEXT, bs TEXT, other_names TEXT);
CREATE TABLE projects (
  project_id TEXT, acronym TEXT, title TEXT, start_date TEXT, end_date TEXT, total_cost REAL, funding_scheme TEXT,
  topic TEXT, master_call TEXT, legal_basis TEXT, cluster TEXT);
CREATE TABLE objectives (project_id TEXT, objective TEXT);
CREATE TABLE topics (topic TEXT, title TEXT);
CREATE TABLE participations (project_id TEXT, member_id TEXT, "order" INTEGER, role TEXT, ec_contribution REAL);
CREATE TABLE project_fields (project_id TEXT, field_code TEXT);
CREATE TABLE fields (code TEXT, parent_code TEXT, depth INTEGER, title TEXT, path TEXT, uri TEXT);
CREATE TABLE field_labels (code TEXT, label TEXT, use TEXT, reason TEXT);
CREATE TABLE field_stops (label TEXT, code TEXT, reason TEXT);
-- Tests/Fixtures/mentions-expected.tsv: what the oracle of `mentions` finds.
CREATE TABLE mentions (project_id TEXT, code TEXT, count INTEGER);
