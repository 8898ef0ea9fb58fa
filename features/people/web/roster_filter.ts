// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which imports of rosters the list shows, and in which order.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { roster_sorts, roster_states, type RosterFilter } from './roster_api'

export function useRosterFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof RosterFilter>()
  const filter = computed<RosterFilter>(() => ({
    q: word('q') || undefined,
    state: roster_states.find((state) => state === word('state')),
    sort: roster_sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() => Boolean(word('q') || word('state')))
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
