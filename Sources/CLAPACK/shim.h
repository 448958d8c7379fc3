#ifndef RETROGAIT_CLAPACK_SHIM_H
#define RETROGAIT_CLAPACK_SHIM_H

#include <lapacke.h>

#endif
