// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How long the words of a plan and its topics may be when it is saved (features/plan/plan_shapes.h,
// features/topics/topic_shapes.h), told while they are typed.
import { t } from '@/i18n'

export const most_of = { title: 200, committee: 100, period: 100 } as const

export function tooLong(field: keyof typeof most_of, words: string): string | undefined {
  const { length } = [...words.trim()]
  const most = most_of[field]
  return length > most ? t('correction.web.too_long', { length, most }) : undefined
}
