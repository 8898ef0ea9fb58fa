// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which acts the office's list shows, and in which order.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { behalf_deeds, behalf_sorts, behalf_states, type BehalfFilter } from './behalf_api'

export function useBehalfFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof BehalfFilter>()
  const filter = computed<BehalfFilter>(() => ({
    state: behalf_states.find((state) => state === word('state')),
    deed: behalf_deeds.find((deed) => deed === word('deed')),
    q: word('q') || undefined,
    sort: behalf_sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() =>
    Boolean(filter.value.state || filter.value.deed || filter.value.q),
  )
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
