// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import element from 'element-plus/es/locale/lang/en'
import type { LanguagePack } from '../i18n'
import { merged } from './collect'

const files = import.meta.glob<Record<string, string>>(
  [
    '../shell_texts.en.json',
    '../../features/*/*_texts.en.json',
    '../../platform/*/*_texts.en.json',
    '../../app/operation_texts.en.json', // what the auditor reads of a refusal
  ],
  { eager: true, import: 'default' },
)

export default { texts: merged(files), element } satisfies LanguagePack
