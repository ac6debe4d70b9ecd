// The one door of the core to the operating system: functions of libm, nothing else.
#ifndef HORA_CSYSTEM_H
#define HORA_CSYSTEM_H

#include <math.h>

static inline double hora_log(double x) { return log(x); }
static inline double hora_log10(double x) { return log10(x); }
static inline double hora_exp(double x) { return exp(x); }
static inline double hora_pow(double x, double y) { return pow(x, y); }

#endif
