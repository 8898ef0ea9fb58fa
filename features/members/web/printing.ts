// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Prints the part marked as .printed in which the button stands, and nothing else of the page: a copy
// of it is the sheet (web/design/parts/print.css), so that it takes no more pages than it needs.
export function printPart(event: Event): void {
  const part = (event.currentTarget as Element).closest('.printed')
  if (!part) return
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  sheet.setAttribute('aria-hidden', 'true')
  sheet.append(part.cloneNode(true))
  document.body.append(sheet)
  document.documentElement.classList.add('prints-part')
  window.print()
  document.documentElement.classList.remove('prints-part')
  sheet.remove()
}
