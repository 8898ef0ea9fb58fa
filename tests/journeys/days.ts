// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The day it is at the committee (+08:00), wherever the tests run: from 16:00 UTC on it is not the
// day that Date's own words say.
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
