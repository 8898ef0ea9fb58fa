// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

type Module = Record<string, string>

// A code may stand in one file only; the tests hold the two languages against each other.
export function merged(files: Record<string, Module>): Module {
  return Object.assign({}, ...Object.values(files))
}
