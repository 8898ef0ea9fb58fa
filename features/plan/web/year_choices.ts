// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The years that a list can be narrowed to; one that was chosen is always among them.
import { t } from '@/i18n'

export function yearChoices(chosen: string): { value: string; text: string }[] {
  const next = new Date().getFullYear() + 1
  const listed = Array.from({ length: 16 }, (_, back) => String(next - back))
  if (chosen && !listed.includes(chosen)) listed.push(chosen)
  return [
    { value: '', text: t('plan.web.list.any_year') },
    ...listed.map((year) => ({ value: year, text: t('plan.web.year_of', { year }) })),
  ]
}
