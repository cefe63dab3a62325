import io.trunkline.engine.*
import io.trunkline.engine.event.*
import io.trunkline.engine.model.*
import static io.trunkline.engine.model.Direction.*
import static io.trunkline.engine.model.Interval.*
import static io.trunkline.engine.model.Offset.*
import static io.trunkline.engine.model.OrderType.*
import static io.trunkline.launcher.shell.PluginVerbs.*
import static io.trunkline.launcher.shell.Verbs.*
import io.trunkline.launcher.shell.*
import java.nio.file.*
import java.time.*
import java.util.*
import java.util.function.*
import java.util.stream.*
