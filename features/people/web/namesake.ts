// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Two people may bear one name: the house asks first, and takes it when the same name is sent again.
import { computed, ref, type Ref } from 'vue'
import type { Problem } from '@/api/problem'
import { t } from '@/i18n'
import type { PersonLine } from './people_api'

// Of the id what is drawn by lot: the same for everybody who sees this person, and no fact of him.
export const numberOf = ({ id }: Pick<PersonLine, 'id'>): string => id.slice(-6).toUpperCase()

// What he is, as far as it is told.
export function marksOf({ apart }: Pick<PersonLine, 'apart'>): string[] {
  if (!apart) return []
  const born = apart.birth_month ? t('people.web.namesake.born', { month: apart.birth_month }) : ''
  return [born, apart.unit ?? '', apart.job ?? ''].filter(Boolean)
}

export function useNamesake(problem: Ref<Problem | undefined>, code = 'people.namesake') {
  let sent = ''
  const accepted = ref<string>()
  const found = computed(() => (problem.value?.code === code ? problem.value : undefined))

  // Before a name is sent: whether it is on purpose, as it was asked about and is sent once more.
  function accepts(name: string): boolean {
    const words = name.trim()
    if (found.value && words === sent) accepted.value = words
    sent = words
    return accepted.value === words
  }

  return { found, accepts }
}
