// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where a form was refused, its first wrong field comes into view and has the focus: on a phone it
// may stand a whole window above the button. Returns whether there is one.
export function showFirstWrong(form: Element | null | undefined): boolean {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid=true]')
  if (!wrong) return false
  wrong.focus({ preventScroll: true })
  const field = wrong.closest('.field') ?? wrong
  field.scrollIntoView?.({ block: 'center' })
  return true
}
