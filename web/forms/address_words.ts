// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a list is narrowed to stands in the address: it can be sent to a colleague and survives the
// way back.
import { useRoute, useRouter } from 'vue-router'

export function useAddressWords<Name extends string>() {
  const route = useRoute()
  const router = useRouter()

  function word(name: Name): string {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }

  function year(name: Name): number | undefined {
    return /^\d{4}$/.test(word(name)) ? Number(word(name)) : undefined
  }

  function set(name: string, value: string): void {
    void router.replace({ query: { ...route.query, [name]: value || undefined } })
  }

  function keepOnly(...names: Name[]): void {
    void router.replace({
      query: Object.fromEntries(names.map((name) => [name, route.query[name]])),
    })
  }

  return { word, year, set, keepOnly }
}
