// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What stands on a poster as the house keeps it, typed alone or with its whole address: groups of
// five; case, blanks and hyphens do not count, O is 0, I and L are 1 (link_code.h).
export function codeIn(typed: string): string {
  const after = typed.split('/c/').pop() ?? ''
  const folded = after
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return folded.match(/.{1,5}/g)?.join('-') ?? ''
}
