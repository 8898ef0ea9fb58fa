// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { expect, it } from 'vitest'
import type { PersonView, PersonWords } from './people_api'
import { formOf, wordsOf } from './person_form'

it('sends back every word that it was given', () => {
  const words: Required<PersonWords> = {
    name: '王方',
    former_names: ['王芳', '王小芳'],
    sex: 'female',
    birth_month: '1972-05',
    ethnic_group: '回族',
    party: '农工党',
    education: '博士',
    unit: '区图书馆',
    job: '馆长',
  }
  const view: PersonView = {
    ...words,
    id: 'a',
    invented: false,
    version: 1,
    can_edit: true,
    has_namesake: false,
    can_see_history: true,
  }
  expect(wordsOf(formOf(view))).toEqual(words)
})
