// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What can be said about a file before it is sent; the text code of what is wrong, or nothing.
import { file_limit, text_limit } from './plan_api'

const unread_formats = /\.(doc|xls|wps|et|pdf|rtf|od[ts]|ofd|pptx?)$/i
const plain_text = /\.txt$/i
const with_macros = /\.(docm|dotm|xlsm|xltm|xlsb)$/i

export function refusalOf(file: { name: string; size: number }): string | undefined {
  if (unread_formats.test(file.name)) return 'plan.web.import.office_format'
  if (with_macros.test(file.name)) return 'plan.web.import.macros'
  if (file.size === 0) return 'plan.web.import.empty'
  const most = plain_text.test(file.name) ? text_limit : file_limit
  if (file.size > most) return 'plan.web.import.too_large'
  return undefined
}
