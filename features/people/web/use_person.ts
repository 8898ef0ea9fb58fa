// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The person whom a form is about: fetched, with the way back, and refreshed after the change.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { say } from '@/design/say'
import { t } from '@/i18n'
import { fetchPerson } from './people_api'

export function usePerson(id: string) {
  const router = useRouter()
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['person', id], queryFn: () => fetchPerson(id) })
  const back = `/people/${id}`
  const crumbs = computed(() => [
    { text: t('people.web.list.title'), to: '/people' },
    { text: query.data.value?.name ?? t('people.web.person.title'), to: back },
  ])

  async function changed(): Promise<void> {
    say(t('web.saved'))
    await queries.invalidateQueries({ queryKey: ['person', id] })
    void queries.invalidateQueries({ queryKey: ['people'] })
    void queries.invalidateQueries({ queryKey: ['organisation'] })
    void queries.invalidateQueries({ queryKey: ['posts'] })
    await router.push(back)
  }

  return { query, person: query.data, crumbs, back, changed }
}
