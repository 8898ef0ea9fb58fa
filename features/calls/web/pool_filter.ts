// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which suggestions the pool shows, and in which order: it stands in the address.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { constituencies, pool_sorts, pool_states, topic_fields, type PoolFilter } from './calls_api'

const is_id = /^[0-9a-f-]{36}$/

export function usePoolFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof PoolFilter>()
  const filter = computed<PoolFilter>(() => ({
    call: is_id.test(word('call')) ? word('call') : undefined,
    state: pool_states.find((state) => state === word('state')),
    constituency: constituencies.find((one) => one === word('constituency')),
    field: topic_fields.find((field) => field === word('field')),
    q: word('q') || undefined,
    sort: pool_sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() => {
    const { call, state, constituency, field, q } = filter.value
    return Boolean(call || state || constituency || field || q)
  })
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
