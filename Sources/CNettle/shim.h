#ifndef RETROGAIT_CNETTLE_SHIM_H
#define RETROGAIT_CNETTLE_SHIM_H

#include <nettle/sha2.h>

#endif
