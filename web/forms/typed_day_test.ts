// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Typed as a browser tells it: with each key of the year a whole day, of the years 2, 20 and 201.
import { describe, expect, it, vi } from 'vitest'
import { open, settled } from '@/test_mount'
import { isDay } from './typed_day'

describe('a day in a filter', () => {
  it('is a day of the calendar of our time', () => {
    expect(['2018-05-01', '1900-01-01', '2999-12-31'].every(isDay)).toBe(true)
    for (const text of [
      '0002-05-01',
      '0201-05-01',
      '2026-02-30',
      '2026-13-45',
      'abc',
      '',
      '3000-01-01',
    ])
      expect(isDay(text), text).toBe(false)
  })

  it('is taken when it is whole, and not written over while it is typed', async () => {
    const { screen, heard, router } = await open('/people', ({ path }) => ({
      body: path === '/api/people' ? { items: [], next: null, total: 0 } : { items: [] },
    }))
    const days = () =>
      heard.filter(({ path }) => path === '/api/people').map(({ query }) => query.get('on'))
    const field = screen.find('.filter-day input')
    await field.trigger('focus')
    for (const typed of ['0002-05-01', '0020-05-01', '0201-05-01', '2018-05-01'])
      await field.setValue(typed)
    await vi.waitFor(() => expect(router.currentRoute.value.query['on']).toBe('2018-05-01'), 3000)
    await settled()
    expect(new Set(days())).toEqual(new Set([null, '2018-05-01']))
    await field.setValue('')
    await settled()
    expect(router.currentRoute.value.query['on']).toBe('2018-05-01')
    await field.trigger('blur')
    await vi.waitFor(() => expect(router.currentRoute.value.query['on']).toBeUndefined(), 3000)
    await field.trigger('focus')
    await field.setValue('0002-05-01')
    await field.trigger('blur')
    await settled()
    expect((field.element as HTMLInputElement).value).toBe('')
    screen.unmount()
  })

  it('of an address that is none is left aside', async () => {
    const { screen, heard } = await open('/people?on=abc', ({ path }) => ({
      body: path === '/api/people' ? { items: [], next: null, total: 0 } : { items: [] },
    }))
    expect(heard.filter(({ query }) => query.has('on'))).toEqual([])
    screen.unmount()
  })
})
