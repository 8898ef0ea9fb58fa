// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import text from '../../docs/api/openapi.json?raw'

const read = () => JSON.parse(text) as Record<string, unknown>

test('the description of the API is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(read())
  expect(result.errors ?? '').toEqual('')
  expect(result.valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('the validator would have noticed', async () => {
  const broken = { ...read(), paths: { '/api/plans': { get: { responses: 'none' } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})
