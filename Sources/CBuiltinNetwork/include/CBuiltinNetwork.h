// The files of examples/networks/balkan-black-sea and examples/rules, inside the binary.
// Comes in: nothing. Goes out: a table that lives as long as the program. It must not hold data of its own.
#ifndef C_BUILTIN_NETWORK_H
#define C_BUILTIN_NETWORK_H

#include <stddef.h>

struct hora_embedded_file {
  const char *name;            // "members.csv": the path inside the folder
  const unsigned char *bytes;  // as in the file, not ended by a zero
  size_t length;
};

// The table, datapackage.json first, and in *count how many files it has.
const struct hora_embedded_file *hora_builtin_network(size_t *count);

// The network of these files as it is in memory, for Network(snapshot:), and in *length its bytes.
const unsigned char *hora_builtin_snapshot(size_t *length);

// As hora_builtin_network for the rules, in the order of their names.
const struct hora_embedded_file *hora_builtin_rules(size_t *count);

#endif
