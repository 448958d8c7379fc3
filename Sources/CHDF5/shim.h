#ifndef RETROGAIT_CHDF5_SHIM_H
#define RETROGAIT_CHDF5_SHIM_H

#include <hdf5.h>

// Macros that expand to a call do not reach Swift; these inline functions do.
static inline hid_t rg_H5T_NATIVE_DOUBLE(void) { return H5T_NATIVE_DOUBLE; }

#endif
