// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where a field that was written is read again.

// The operation and its field, as tests/policies/seen_fields.txt names it.
export type Reading = `${string} ${string}`

export interface Audience {
  readings: Reading[]
  only_there?: boolean // and in no other operation's bytes: each look is kept
  views?: string[] // of the reading; without it every view that has the field
}

export const read = (...readings: Reading[]): Audience => ({ readings })
