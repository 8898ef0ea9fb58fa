// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which imports the list shows, and in which order.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { import_sorts, type ImportFilter } from './import_api'

export function useImportFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof ImportFilter>()
  const filter = computed<ImportFilter>(() => ({
    state: word('state') === 'discarded' ? 'discarded' : undefined,
    q: word('q') || undefined,
    sort: import_sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() => Boolean(filter.value.state || filter.value.q))
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
