// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Contacts that were typed and not sent yet: they outlive a lost session and a wrong turn, as a
// draft does, but only in this page's memory, and only for who typed them.
import { reactive } from 'vue'
import type { ContactName } from './people_api'

type Words = Partial<Record<ContactName, string>>
const kept = reactive(new Map<string, Words>())

export function unsentContacts(writer: string, person: string): Words {
  const key = `${writer} ${person}`
  if (!kept.has(key)) kept.set(key, {})
  return kept.get(key)!
}
