// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
// Run only by browsers that know no modules: shows the notice that index.html carries.
document.getElementById('too-old').hidden = false
