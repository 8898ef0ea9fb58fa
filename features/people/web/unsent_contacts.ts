// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Contacts that were typed and not sent yet: they outlive a lost session and a wrong turn, as a
// draft does, but only in this page's memory, and only for who typed them.
import { reactive } from 'vue'
import type { ContactName, ContactOffer } from './people_api'

interface Unsent {
  words: string
  seen: number // the contact's version when they were begun
}

type Words = Partial<Record<ContactName, Unsent>>
const kept = reactive(new Map<string, Words>())

export function unsentContacts(writer: string, person: string): Words {
  const key = `${writer} ${person}`
  if (!kept.has(key)) kept.set(key, {})
  return kept.get(key)!
}

// What was begun goes on from the version that was there then.
export function write(unsent: Words, offer: ContactOffer, words: string): void {
  const begun = unsent[offer.contact]
  const seen = begun?.words.trim() ? begun.seen : offer.version
  unsent[offer.contact] = { words, seen }
}
