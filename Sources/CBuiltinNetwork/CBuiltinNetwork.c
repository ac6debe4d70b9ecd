// Carries the built-in network and the rules that come with it: C23 #embed, straight from the folder, so there is one copy in the repository.
#include "CBuiltinNetwork.h"

static const unsigned char package_json[] = {
#embed "../../examples/networks/balkan-black-sea/datapackage.json"
};
static const unsigned char members_csv[] = {
#embed "../../examples/networks/balkan-black-sea/members.csv"
};
static const unsigned char claims_csv[] = {
#embed "../../examples/networks/balkan-black-sea/claims.csv"
};
static const unsigned char countries_csv[] = {
#embed "../../examples/networks/balkan-black-sea/countries.csv"
};
static const unsigned char projects_csv[] = {
#embed "../../examples/networks/balkan-black-sea/projects.csv"
};
static const unsigned char objectives_ndjson[] = {
#embed "../../examples/networks/balkan-black-sea/objectives.ndjson"
};
static const unsigned char topics_csv[] = {
#embed "../../examples/networks/balkan-black-sea/topics.csv"
};
static const unsigned char participations_csv[] = {
#embed "../../examples/networks/balkan-black-sea/participations.csv"
};
static const unsigned char project_fields_csv[] = {
#embed "../../examples/networks/balkan-black-sea/project_fields.csv"
};
static const unsigned char fields_csv[] = {
#embed "../../examples/networks/balkan-black-sea/fields.csv"
};
static const unsigned char field_labels_csv[] = {
#embed "../../examples/networks/balkan-black-sea/field_labels.csv"
};
static const unsigned char field_stops_csv[] = {
#embed "../../examples/networks/balkan-black-sea/field_stops.csv"
};

// Written by scripts/make-snapshot.
static const unsigned char snapshot[] = {
#embed "network.snapshot"
};

static const unsigned char horizon_2020_json[] = {
#embed "../../examples/rules/horizon-2020.json"
};
static const unsigned char horizon_europe_2021_json[] = {
#embed "../../examples/rules/horizon-europe-2021.json"
};

static const struct hora_embedded_file files[] = {
  {"datapackage.json", package_json, sizeof package_json},
  {"members.csv", members_csv, sizeof members_csv},
  {"claims.csv", claims_csv, sizeof claims_csv},
  {"countries.csv", countries_csv, sizeof countries_csv},
  {"projects.csv", projects_csv, sizeof projects_csv},
  {"objectives.ndjson", objectives_ndjson, sizeof objectives_ndjson},
  {"topics.csv", topics_csv, sizeof topics_csv},
  {"participations.csv", participations_csv, sizeof participations_csv},
  {"project_fields.csv", project_fields_csv, sizeof project_fields_csv},
  {"fields.csv", fields_csv, sizeof fields_csv},
  {"field_labels.csv", field_labels_csv, sizeof field_labels_csv},
  {"field_stops.csv", field_stops_csv, sizeof field_stops_csv},
};

static const struct hora_embedded_file rules[] = {
  {"horizon-2020.json", horizon_2020_json, sizeof horizon_2020_json},
  {"horizon-europe-2021.json", horizon_europe_2021_json, sizeof horizon_europe_2021_json},
};

const struct hora_embedded_file *hora_builtin_rules(size_t *count) {
  *count = sizeof rules / sizeof rules[0];
  return rules;
}

const struct hora_embedded_file *hora_builtin_network(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}

const unsigned char *hora_builtin_snapshot(size_t *length) {
  *length = sizeof snapshot;
  return snapshot;
}
