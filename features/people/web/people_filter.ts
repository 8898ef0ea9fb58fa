// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whom the list shows, and in which order.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { isDay } from '@/forms/typed_day'
import { people_orders, people_states, type PeopleFilter } from './people_api'

export function usePeopleFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof PeopleFilter>()
  const filter = computed<PeopleFilter>(() => ({
    q: word('q') || undefined,
    term_id: word('term_id') || undefined,
    on: isDay(word('on')) ? word('on') : undefined,
    state: people_states.find((state) => state === word('state')),
    sector_id: word('sector_id') || undefined,
    group_id: word('group_id') || undefined,
    organisation_id: word('organisation_id') || undefined,
    sort: people_orders.find((order) => order === word('sort')),
  }))
  const narrowed = computed(() =>
    (['q', 'on', 'state', 'sector_id', 'group_id', 'organisation_id'] as const).some(
      (name) => filter.value[name],
    ),
  )
  return { filter, narrowed, word, set, clear: () => keepOnly('sort', 'term_id') }
}
