// Carries the outlines by C23 #embed, straight from the file that scripts/make-outlines writes.
#include "COutlines.h"

static const unsigned char outlines[] = {
#embed "outlines.tsv"
};

const unsigned char *hora_outlines(size_t *length) {
  *length = sizeof outlines;
  return outlines;
}
