// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace Parlour::Models {

// Roles that all models share. Every row comes as one value struct under RowRole; display and accessible
// text (design guide 8) stand under the standard roles.
enum Role {
  RowRole = Qt::UserRole + 1,  // the model's row struct
  IdRole,                      // a stable identity of the row: QString
};

}  // namespace Parlour::Models
