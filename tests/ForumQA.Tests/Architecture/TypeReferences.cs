using System.Reflection;
using System.Reflection.Emit;

namespace ForumQA.Tests.Architecture;

/// <summary>Which types a type's compiled code names: in signatures, attributes and method bodies. Constants and <c>nameof</c> leave no trace there.</summary>
internal static class TypeReferences
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type)
    {
        var named = new HashSet<Type>();
        Add(type.BaseType);
        AddAll(type.GetInterfaces());
        AddAttributes(type);
        foreach (var argument in type.GetGenericArguments().Where(argument => argument.IsGenericParameter))
        {
            AddAll(argument.GetGenericParameterConstraints());
        }

        foreach (var field in type.GetFields(All))
        {
            Add(field.FieldType);
            AddAttributes(field);
        }

        foreach (var property in type.GetProperties(All))
        {
            AddAttributes(property);
        }

        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            AddAttributes(method);
            AddMethod(method);
            AddBody(method);
        }

        return named;

        void AddAll(IEnumerable<Type> types)
        {
            foreach (var found in types)
            {
                Add(found);
            }
        }

        void Add(Type? found)
        {
            if (found is null || found.IsGenericParameter)
            {
                return;
            }

            if (found.HasElementType)
            {
                Add(found.GetElementType());
                return;
            }

            AddAll(found.IsGenericType ? found.GetGenericArguments() : []);
            named.Add(Outermost(found));
        }

        void AddAttributes(MemberInfo member)
        {
            foreach (var attribute in member.GetCustomAttributesData())
            {
                Add(attribute.AttributeType);
                AddAll(attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>());
            }
        }

        void AddMethod(MethodBase method)
        {
            Add(method.DeclaringType);
            Add((method as MethodInfo)?.ReturnType);
            AddAll(method.GetParameters().Select(parameter => parameter.ParameterType));
            AddAll(method.IsGenericMethod ? method.GetGenericArguments() : []);
        }

        void AddBody(MethodBase method)
        {
            if (method.GetMethodBody() is not { } body)
            {
                return;
            }

            AddAll(body.LocalVariables.Select(variable => variable.LocalType));
            AddAll(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!));
            foreach (var token in Tokens(body.GetILAsByteArray()!))
            {
                switch (method.Module.ResolveMember(
                    token,
                    method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null))
                {
                    case Type found:
                        Add(found);
                        break;
                    case MethodBase called:
                        AddMethod(called);
                        break;
                    case FieldInfo field:
                        Add(field.DeclaringType);
                        Add(field.FieldType);
                        break;
                }
            }
        }
    }

    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
    }

    // ECMA-335, partition III: an operand's size follows from its kind.
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var i = 0; i < code.Length;)
        {
            var first = code[i++];
            var operation = OpCodesByValue[first == 0xFE ? (short)(0xFE00 | code[i++]) : first];
            switch (operation.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    yield return BitConverter.ToInt32(code, i);
                    i += 4;
                    break;
                case OperandType.InlineSwitch:
                    i += 4 + (4 * BitConverter.ToInt32(code, i));
                    break;
                default:
                    i += operation.OperandType switch
                    {
                        OperandType.InlineNone => 0,
                        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                        OperandType.InlineVar => 2,
                        OperandType.InlineI8 or OperandType.InlineR => 8,
                        _ => 4,
                    };
                    break;
            }
        }
    }
}
