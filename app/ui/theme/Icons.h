// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace Parlour::Ui {

struct Theme;

// The client's own drawings on a 16 px grid, one SVG each under :/icons.
enum class Icon {
  Alert,
  ArrowDown,
  At,
  Bell,
  BellOff,
  Bold,
  Bolt,
  Calendar,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Clock,
  Close,
  Code,
  Copy,
  Database,
  Door,
  Download,
  External,
  Eye,
  EyeOff,
  File,
  Filter,
  Folder,
  Image,
  Info,
  Italic,
  Keyboard,
  Leave,
  Link,
  List,
  Lock,
  Mail,
  Mark,
  Megaphone,
  Menu,
  More,
  Numbered,
  PanelRight,
  Paperclip,
  Pause,
  Pencil,
  Play,
  Plug,
  Plus,
  Refresh,
  Save,
  Search,
  Send,
  Server,
  Shield,
  Sliders,
  Smile,
  Star,
  StarFilled,
  Story,
  Strike,
  Sun,
  Trash,
  Underline,
  Upload,
  User,
  UserPlus,
  Users,
  Warning,
  Wire,
};

inline constexpr int kIconCount = static_cast<int>(Icon::Wire) + 1;

// Resource path of a drawing, for example ":/icons/eye-off.svg".
QString iconPath(Icon icon);

// The drawing tinted with one colour at `size` device-independent pixels. Cached in QPixmapCache,
// GUI thread only.
QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio);

// An icon for menus and standard buttons: normal in `color`, disabled in `disabled`.
QIcon icon(Icon icon, int size, const QColor& color, const QColor& disabled);

// The arch over the door of the welcome page, in the colours of the theme.
QPixmap welcomeDoor(int size, const Theme& theme, qreal devicePixelRatio);

// An emoticon drawing by its file name ("smile"); null when there is no such drawing.
QPixmap emoticonPixmap(const QString& name, int size, qreal devicePixelRatio);

}  // namespace Parlour::Ui
