package dev.sieve.export.draw;

import dev.sieve.export.figure.Figure;
import java.util.regex.Pattern;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * Apache ECharts in Rhino: figures become SVG without a browser. Belongs to the thread that made
 * it. Interpreted, not compiled: ECharts is read in 1.9 s instead of 2.6, and draws as fast.
 */
public final class ChartEngine implements AutoCloseable {
  /** What ECharts expects of a place to run in, but for what it does without. */
  private static final String PLACE =
      "var self = this; function setTimeout() {} function clearTimeout() {}";

  /** ECharts's style sheets tell hovering alone, in a notation of its own. */
  private static final Pattern HOVER = Pattern.compile("(?s)<style >.*?</style>\n?");

  /** ECharts draws boxes around titles that nobody shall see; not all readers of SVG hide them. */
  private static final Pattern HIDDEN_BOX =
      Pattern.compile(
          "<path d=\"[^\"]*\"[^>]*fill-opacity=\"0\" stroke=\"#ccc\""
              + " stroke-width=\"0\"[^>]*></path>\n"
              + "?");

  /** Read once: what a script was compiled to belongs to no engine. */
  private static final class Library {
    static final Script ECHARTS = compiled("echarts", Resource.echarts());

    private Library() {}

    /** Has read it when it returns, as any use of this class has. */
    static void read() {}
  }

  private final Context context;
  private final ScriptableObject scope;

  public ChartEngine() {
    context = entered();
    scope = context.initSafeStandardObjects();
    run("place", PLACE);
    ScriptableObject.putProperty(
        scope, "textWidth", new LambdaFunction(scope, "textWidth", 2, ChartEngine::textWidth));
    Library.ECHARTS.exec(context, scope, scope);
    run(
        "platform",
        "echarts.setPlatformAPI({measureText: function (text, font) {"
            + " return {width: textWidth(text, font || '12px sans-serif')}; }});");
    run("charts", Resource.charts());
  }

  /** Reads ECharts in a thread of its own, so that the first engine need not wait for it. */
  public static void prepare() {
    Thread reading = new Thread(Library::read, "echarts");
    reading.setDaemon(true);
    reading.start();
  }

  /** Returns {@code figure} as an SVG document. */
  public String svg(Figure figure) {
    Scriptable sieve = (Scriptable) scope.get("sieve", scope);
    Function draw = (Function) sieve.get("svg", sieve);
    Object svg = draw.call(context, scope, sieve, new Object[] {Json.of(figure.toScript())});
    return HIDDEN_BOX.matcher(HOVER.matcher(svg.toString()).replaceAll("")).replaceAll("");
  }

  @Override
  public void close() {
    context.close();
  }

  private static Context entered() {
    Context context = Context.enter();
    context.setInterpretedMode(true);
    context.setLanguageVersion(Context.VERSION_ES6);
    return context;
  }

  private static Script compiled(String name, String script) {
    try (Context context = entered()) {
      return context.compileString(script, name, 1, null);
    }
  }

  private void run(String name, String script) {
    context.evaluateString(scope, script, name, 1, null);
  }

  private static Object textWidth(
      Context context, Scriptable scope, Scriptable self, Object[] arguments) {
    return Typeface.width(Context.toString(arguments[0]), Context.toString(arguments[1]));
  }
}
