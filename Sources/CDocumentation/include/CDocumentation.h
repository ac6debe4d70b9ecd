// The pages of Documentation/, inside the binary.
// Comes in: nothing. Goes out: a table that lives as long as the program. It must not hold text of its own.
#ifndef C_DOCUMENTATION_H
#define C_DOCUMENTATION_H

#include <stddef.h>

struct hora_page {
  const char *path;            // "diagnostics/H0101.md": the path inside Documentation/
  const unsigned char *bytes;  // as in the file, not ended by a zero
  size_t length;
};

// The table, ordered by path, and in *count how many pages it has.
const struct hora_page *hora_documentation(size_t *count);

#endif
