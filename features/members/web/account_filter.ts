// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which accounts the lists show, and in which order.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { roles, sorts, states, type AccountFilter } from './accounts_api'

export function useAccountFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof AccountFilter>()
  const filter = computed<AccountFilter>(() => ({
    q: word('q') || undefined,
    state: states.find((state) => state === word('state')),
    role: roles.find((role) => role === word('role')),
    without_role: word('role') === 'none' ? true : undefined,
    sort: sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() => Boolean(word('q') || word('state') || word('role')))
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
