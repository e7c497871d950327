// SPDX-License-Identifier: MIT
// Usernames out of the addresses that people copy from their browsers.
#ifndef VITA_PROFILE_SOCIAL_ADDRESS_H
#define VITA_PROFILE_SOCIAL_ADDRESS_H

#include "base/str.h"

// Returns the username that text, an address of the network, holds; text
// itself if it is none. url is the network's: what a username is appended to,
// or empty.
struct str social_username(struct arena *arena, struct str network,
                           struct str url, struct str text);

#endif
