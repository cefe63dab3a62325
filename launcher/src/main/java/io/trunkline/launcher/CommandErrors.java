package io.trunkline.launcher;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.launcher.config.Given;
import io.trunkline.launcher.text.DidYouMean;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line on stderr and an exit code. */
final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Pattern OPTION = Pattern.compile("^'?(--[a-z-]+)");

    private final PrintStream err;

    CommandErrors(PrintStream err) {
        this.err = err;
    }

    /** What was typed does not fit the command. */
    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        String problem = exception instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command) : unknownWord(exception).orElse(exception.getMessage());
        String source = source(exception.getArgSpec(), exception.getValue());
        String end = problem.endsWith("?") ? " " : "; ";
        report(command, source + problem + end + "see '" + command.qualifiedName() + " --help'");
        return CommandException.USAGE;
    }

    /** A command threw. */
    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult result) {
        if (exception instanceof InterruptedException) return CommandException.INTERRUPTED;
        CommandSpec command = line.getCommandSpec();
        String message = exception.getMessage() == null ? exception.toString() : exception.getMessage();
        report(command, source(command, message) + message);
        boolean isVerbose = line.getParseResult().hasMatchedOption("-v");
        if (exception instanceof CommandException stop) {
            if (isVerbose && stop.getCause() != null) stop.getCause().printStackTrace(err);
            return stop.exitCode();
        }
        if (isVerbose) exception.printStackTrace(err);
        return exception instanceof SettingException ? CommandException.USAGE : CommandException.FAILED;
    }

    private void report(CommandSpec command, String message) {
        err.println(PlainText.of(command.qualifiedName() + ": " + message.replaceAll("\\R+", " ")));
    }

    /** Where a value stands that does not fit; empty if it was typed. */
    private static String source(ArgSpec argument, String value) {
        if (!(argument instanceof OptionSpec option)) return "";
        return OptionSources.of(option.command()).given(option.command(), option.longestName())
                .filter(given -> given.text().contains(value == null ? "" : value)).map(Given::prefix).orElse("");
    }

    /** Where the value of the option stands that a message begins with; empty if it was typed. */
    private static String source(CommandSpec command, String message) {
        Matcher option = OPTION.matcher(message);
        if (!option.find()) return "";
        return OptionSources.of(command).given(command, option.group(1)).map(Given::prefix).orElse("");
    }

    /** What is wrong if the value is none of the words that the argument takes. */
    private static Optional<String> unknownWord(ParameterException exception) {
        ArgSpec argument = exception.getArgSpec();
        if (argument == null || exception.getValue() == null || !argument.type().isEnum()) return Optional.empty();
        boolean isLowerCase = exception.getValue().equals(exception.getValue().toLowerCase(Locale.ROOT));
        List<String> known = Arrays.stream(argument.type().getEnumConstants()).map(Object::toString)
                .map(word -> isLowerCase ? word.toLowerCase(Locale.ROOT) : word).toList();
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return Optional.of("unknown value '" + exception.getValue() + "' of " + name
                + DidYouMean.hint(exception.getValue(), known));
    }

    private static String unmatched(UnmatchedArgumentException exception, CommandSpec command) {
        String word = exception.getUnmatched().get(0);
        if (word.startsWith("-")) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> known = command.options().stream()
                    .filter(candidate -> !candidate.hidden())
                    .flatMap(candidate -> Arrays.stream(candidate.names())).filter(name -> name.startsWith("--"))
                    .toList();
            return "unknown option " + option + DidYouMean.hint(option, known);
        }
        List<String> commands = command.subcommands().values().stream().map(CommandLine::getCommandSpec)
                .filter(candidate -> !candidate.usageMessage().hidden()).map(CommandSpec::name).toList();
        if (commands.isEmpty()) return "'" + word + "' is one argument too many";
        return "unknown command '" + word + "'" + DidYouMean.hint(word, commands);
    }
}
