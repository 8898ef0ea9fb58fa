// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it, vi } from 'vitest'
import { open } from '@/test_mount'
import { call } from './calls_fixture'

const shown = async (address: string, phase: 'running' | 'over' = 'running') => {
  const form_picture = { address, modules: 29, path: 'M0 0h7v1z' }
  const view = call({ code: 'CODE', form_picture, phase })
  const { screen } = await open('/calls/c1', ({ path }) =>
    path === '/api/calls/c1' ? { body: view } : { body: { items: [], next: null, total: 0 } },
  )
  return screen.find('[aria-labelledby=form-address]')
}

describe("the picture of the public's form", () => {
  it('stands beside its address, with a quiet zone of four modules', async () => {
    const address = `${window.location.origin}/c/CODE`
    const poster = await shown(address)
    expect(poster.find('svg').attributes('viewBox')).toBe('-4 -4 37 37')
    expect(poster.find('path').attributes('d')).toBe('M0 0h7v1z')
    expect(poster.find('a').text()).toBe(address)
  })

  it('does not stand there where it leads elsewhere than the address', async () => {
    const poster = await shown('http://inside:8080/c/CODE')
    expect(poster.find('svg').exists()).toBe(false)
    expect(poster.find('a').text()).toBe(`${window.location.origin}/c/CODE`)
  })

  it('does not stand there once nobody can hand in any more', async () => {
    expect((await shown(`${window.location.origin}/c/CODE`, 'over')).exists()).toBe(false)
  })

  it('is printed as a sheet of its own, without the rest of the page', async () => {
    const poster = await shown(`${window.location.origin}/c/CODE`)
    let sheet = ''
    window.print = vi.fn(() => {
      sheet = document.querySelector('body > .print-sheet')!.textContent!
      expect(document.documentElement.className).toContain('prints-part')
    })
    await poster.findAll('button')[1]!.trigger('click')
    expect(sheet).toContain('有事好商量 · 议题征集')
    expect(sheet).toContain('2027年度议题征集')
    expect(sheet).not.toContain('小切口')
    expect(document.querySelector('.print-sheet')).toBeNull()
    expect(document.documentElement.className).not.toContain('prints-part')
  })
})
