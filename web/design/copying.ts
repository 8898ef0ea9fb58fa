// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { t } from '../i18n'
import { say } from './say'

// Puts words on the clipboard and says so. The clipboard's own interface is for HTTPS only; an
// intranet may be served by plain HTTP, where a field that is selected can be copied.
export function copyWords(words: string): void {
  const box = document.createElement('textarea')
  const focused = document.activeElement
  box.value = words
  box.readOnly = true
  box.className = 'sr-only'
  document.body.append(box)
  box.select()
  const copied = document.execCommand('copy')
  box.remove()
  if (focused instanceof HTMLElement) focused.focus()
  if (copied) say(t('web.copied'))
  else say(t('web.not_copied'), 'warning')
}
