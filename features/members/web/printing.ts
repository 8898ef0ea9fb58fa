// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Prints only what is marked as .printed (web/design/parts/account.css).
export function printPart(): void {
  document.documentElement.classList.add('prints-part')
  window.print()
  document.documentElement.classList.remove('prints-part')
}
