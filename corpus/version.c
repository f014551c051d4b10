/* SPDX-License-Identifier: Apache-2.0 */
#include "copydesk.h"

const char *
cd_version(void)
{
    return PACKAGE_VERSION;
}
