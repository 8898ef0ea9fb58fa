// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The years that there are; one that was chosen is always among them, so that an old address can be left.
import { t } from '@/i18n'

export function yearChoices(
  years: readonly number[],
  chosen: string,
): { value: string; text: string }[] {
  const listed = years.map(String)
  if (chosen && !listed.includes(chosen)) listed.push(chosen)
  return [
    { value: '', text: t('plan.web.list.any_year') },
    ...listed.map((year) => ({ value: year, text: t('plan.web.year_of', { year }) })),
  ]
}
