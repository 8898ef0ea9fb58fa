// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How acts on behalf are said: both names, always.
import { namesShown } from '@/format'
import { t } from '@/i18n'
import type { BehalfLine } from './behalf_api'

type Whom = Pick<BehalfLine, 'for_name' | 'body'>

// The person or the organisation; where the register has none, what the body is called.
export function whomShown({ for_name, body }: Whom): string {
  return for_name || (body ? t(`behalf.web.body.${body}`) : '')
}

export function bothShown(by_name: string, whom: Whom): string {
  return t('behalf.web.both', { by: by_name, for: whomShown(whom) })
}

export const fieldsShown = (fields: readonly string[]): string =>
  namesShown(fields.map((field) => t(`behalf.web.field.${field}`)))

export const aboutShown = ({ about, fields }: Pick<BehalfLine, 'about' | 'fields'>): string =>
  [fieldsShown(fields), about].filter(Boolean).join(' · ')

export const state_tones = {
  told: 'amber',
  seen: 'grey',
  objected: 'red',
  answered: 'blue',
  settled: 'grey',
} as const

// Whom it concerns has not opened it, or the answer.
export const isUnopened = ({ state }: Pick<BehalfLine, 'state'>): boolean =>
  state === 'told' || state === 'answered'
