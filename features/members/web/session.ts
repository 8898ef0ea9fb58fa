// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who sits at this browser. The server decides on every request; this only decides what is worth offering.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { asProblem } from '@/api/problem'
import { fetchAbout, fetchPerson, type About, type Person } from './session_api'

const owner = 'xieshang.person'
const administrators = ['system_administrator', 'security_administrator', 'auditor']
const assessors = ['office', 'auditor', 'security_administrator']

export const useSession = defineStore('session', () => {
  const person = shallowRef<Person>()
  const about = shallowRef<About>()
  const known = ref(false)

  async function learn(): Promise<void> {
    await Promise.all([
      about.value ? undefined : fetchAbout().then((value) => (about.value = value)),
      fetchPerson().then(begin, (trouble) => {
        if (asProblem(trouble).status !== 401) throw trouble
        person.value = undefined
      }),
    ])
    known.value = true
  }

  function begin(value: Person): void {
    if (sessionStorage.getItem(owner) !== value.id) sessionStorage.clear() // drafts are their writer's alone
    sessionStorage.setItem(owner, value.id)
    person.value = value
    known.value = true
  }

  function end(): void {
    person.value = undefined
  }

  // The three administrators see no content (三员分立).
  const reads = computed(
    () => person.value?.roles.some((role) => !administrators.includes(role)) ?? false,
  )
  const office = computed(() => person.value?.roles.includes('office') ?? false)

  // Who may look at what the policies say.
  const assesses = computed(
    () => person.value?.roles.some((role) => assessors.includes(role)) ?? false,
  )
  const auditor = computed(() => person.value?.roles.includes('auditor') ?? false)
  const home = computed(() => (auditor.value ? '/audit' : reads.value ? '/plans' : '/account'))

  return { person, about, known, office, auditor, reads, assesses, home, learn, begin, end }
})
