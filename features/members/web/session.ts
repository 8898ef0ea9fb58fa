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

// Who a screen may be for: each is one of the session's answers.
export type Audience =
  | 'office'
  | 'auditor'
  | 'administrator'
  | 'system_administrator'
  | 'reads'
  | 'reads_people'
  | 'assesses'
  | 'answers'
  | 'reviews'

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

  const holds = (role: string) => person.value?.roles.includes(role) ?? false
  const office = computed(() => holds('office'))
  const auditor = computed(() => holds('auditor'))
  const system_administrator = computed(() => holds('system_administrator'))
  // Who answers for what the office records on behalf of others.
  const answers = computed(() => office.value || holds('secretary_general'))
  // Who screens what is suggested.
  const reviews = computed(() => answers.value || holds('special_committee'))
  // The three administrators keep the accounts and see nothing of the assembly's work (三员分立).
  const administrator = computed(() => administrators.some(holds))
  const reads = computed(
    () => person.value?.roles.some((role) => !administrators.includes(role)) ?? false,
  )
  // The names of people stand before two of the administrators, for the accounts.
  const reads_people = computed(
    () => reads.value || system_administrator.value || holds('security_administrator'),
  )
  // Who may look at what the policies say.
  const assesses = computed(() => assessors.some(holds))
  const home = computed(() => {
    if (auditor.value) return '/audit'
    if (holds('security_administrator')) return '/roles'
    if (holds('system_administrator')) return '/accounts'
    return reads.value ? '/plans' : '/account'
  })

  return {
    person,
    about,
    known,
    office,
    auditor,
    system_administrator,
    answers,
    reviews,
    administrator,
    reads,
    reads_people,
    assesses,
    home,
    holds,
    learn,
    begin,
    end,
  }
})
