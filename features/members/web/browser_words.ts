// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A browser in words, by what it calls itself: "Edge · Windows". Many call themselves by several
// names; the first here that is met is the truest.
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信 WeChat'],
  [/DingTalk/, '钉钉 DingTalk'],
  [/HuaweiBrowser/, 'Huawei'],
  [/QQBrowser/, 'QQ'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

// Empty when neither is known.
export function browserWords(userAgent: string): string {
  const named = [browsers, systems].map(
    (table) => table.find(([form]) => form.test(userAgent))?.[1],
  )
  return named.filter((name) => name !== undefined).join(' · ')
}
