// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { expect, it } from 'vitest'
import { open } from '@/test_mount'
import { yearChoices } from './year_choices'

const values = (years: number[], chosen: string) =>
  yearChoices(years, chosen).map(({ value }) => value)

it('offers the years that there are, and the one that an address names', () => {
  expect(values([], '')).toEqual([''])
  expect(values([2026, 2022], '2022')).toEqual(['', '2026', '2022'])
  expect(values([2026, 2022], '1999')).toEqual(['', '2026', '2022', '1999'])
})

it('asks the server for the years of the plans', async () => {
  const { screen, heard } = await open('/plans', ({ path }) =>
    path === '/api/plans/years' ? { body: { years: [2022] } } : { body: { items: [], next: null } },
  )
  expect(heard.some(({ path }) => path === '/api/plans/years')).toBe(true)
  screen.unmount()
})
